import { t } from '../../../words/t.ts'
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Stored } from '../../../domain/record.ts'
import { AssessmentTool } from '../../../domain/records/assessmentTool.ts'
import { bandsOf, parseBands } from '../../../domain/rules/scoreBands.ts'
import { scaleWords } from '../../../domain/rules/scoring.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../../ui/RecordCards.tsx'
import { useAll } from '../../../ui/records.ts'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { Unreadable } from '../../../ui/Unreadable.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { Waiting } from '../../pupil/Waiting.tsx'
import { HowRead } from './HowRead.tsx'
import { ToolList } from './ToolList.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '28px', maxWidth: '900px' },
  quiet: { color: tokens.colorNeutralForeground2, maxWidth: '640px' },
  list: { margin: 0, paddingLeft: '20px' },
  bands: { marginBottom: '16px' },
})

const groups = [
  { fields: ['name', 'measures', 'scale', 'better', 'lowest', 'highest'] },
  { title: t`What its manual says`, fields: ['interval', 'level', 'bands', 'source', 'from'] },
]
const ofTool = ['name', 'measures', 'scale', 'better', 'lowest', 'highest', 'interval', 'level', 'source']

/** The tests and scales that the school measures by: chosen from a list, or the school's own. */
export const ToolsSection = () => {
  const styles = useStyles()
  return (
    <section className={styles.part} aria-label={t`Assessment tools`}>
      <Text
        className={styles.quiet}
      >{t`What your school measures by. A score keeps all that its tool gives; the tool says which number counts, which way is better, and how far a score may be out.`}</Text>
      <Loaded queries={[useAll(AssessmentTool)]} shape={<Waiting />}>
        {(tools) => (
          <>
            <Unreadable listings={[tools]} />
            <Tools tools={tools.records} />
          </>
        )}
      </Loaded>
      <HowRead />
    </section>
  )
}

const Tools = ({ tools }: { tools: readonly Stored<AssessmentTool>[] }) => {
  const mayWrite = useMayWrite(AssessmentTool)
  const [choosing, setChoosing] = useState(false)
  const choose = mayWrite && (
    <div>
      <Button aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
        {choosing ? t`Close the list` : t`Choose from a list`}
      </Button>
    </div>
  )
  return (
    <>
      {choose}
      {choosing && <ToolList tools={tools} />}
      <RecordCards
        type={AssessmentTool}
        records={tools.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))}
        summary={(tool) => <TwoLines first={tool.name} second={scaleWords(tool)} />}
        aside={(tool) =>
          unreadBands(tool) ? (
            <StatusMark status="dueSoon" word={t`Bands not understood`} />
          ) : tool.scale === 'standardised' && tool.interval === null ? (
            <StatusMark status="unknown" word={t`Interval not known`} />
          ) : null
        }
        above={(tool) => <BandsNote tool={tool} />}
        groups={groups}
        add={{
          words: t`Add a tool of your own`,
          given: { scale: 'standardised', better: 'higher' },
          fields: ofTool,
        }}
        empty={{
          title: t`No tools yet`,
          todo: t`Choose those that your school uses from the list, or add your own. Scores are entered on a pupil’s Progress page, or imported.`,
        }}
      />
    </>
  )
}

const unreadBands = ({ bands }: AssessmentTool): readonly string[] | null =>
  bands === null ? null : (parseBands(bands).complaints ?? null)

/** What of a tool's own bands can't be understood, line by line; else how its scores are called. */
const BandsNote = ({ tool }: { tool: AssessmentTool }) => {
  const styles = useStyles()
  const complaints = unreadBands(tool)
  if (complaints)
    return (
      <MessageBar intent="warning" layout="multiline" className={styles.bands}>
        <MessageBarBody>
          {t`The usual bands are used until these lines are put right:`}
          <ul className={styles.list}>
            {complaints.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </MessageBarBody>
      </MessageBar>
    )
  if (tool.scale !== 'standardised') return null
  const { bands, source, confidence } = bandsOf(tool)
  return (
    <Text
      block
      size={200}
      className={styles.quiet}
      style={{ marginBottom: 16 }}
    >{t`Scores are called: ${bands.map(({ from, name }) => t`${name} from ${from}`).join(', ')}. ${source}. ${confidence}.`}</Text>
  )
}
