import { t } from '../../../words/t.ts'
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
  Tab,
  TabList,
} from '@fluentui/react-components'
import { ArrowUploadRegular, PrintRegular } from '@fluentui/react-icons'
import { useMemo, useState } from 'react'
import { Score } from '../../../domain/records/score.ts'
import { inPeriod } from '../../../domain/rules/analysisGroups.ts'
import { type Dimension, dimensions } from '../../../domain/rules/analysisSubgroups.ts'
import { setting } from '../../../domain/rules/settings.ts'
import { useSchool } from '../../../ui/useSchool.ts'
import { useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { answerOf } from './answer.ts'
import { type Asked, periodOf, periodsFor, type View, views } from './asked.ts'
import { Drawn } from './Drawn.tsx'
import { Pick, Picks } from './Picks.tsx'
import { PrintImpact } from './PrintImpact.tsx'
import { type Given, useMeasured } from './useAnalyses.ts'
import { useSend } from './useSend.ts'

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  acts: { marginLeft: 'auto', display: 'flex', flexWrap: 'wrap', gap: '8px' },
  tabs: { minWidth: 0, flexShrink: 1, flexWrap: 'wrap' },
})

/** What is asked, and its answer as charts; the whole school’s figures are reckoned once and looked at in three ways. */
export const Analyses = ({
  asked,
  onAsked,
  importHref,
  given,
}: {
  asked: Asked
  onAsked: (asked: Asked) => void
  importHref: string
  given: Given
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const periods = periodsFor(asked, today)
  const year = periodOf(asked, today)
  const period = useMemo(() => periodsFor(asked, today)[year]!, [asked, today, year])
  const school = useSchool().data
  const fewest = setting(school ?? undefined, 'fewestShown')
  const { lines, read, reading, names } = useMeasured(
    given,
    period,
    setting(school ?? undefined, 'weeksInYear'),
  )
  const send = useSend(asked, given, names, fewest)
  const mayWrite = useMayWrite(Score)
  const [printing, setPrinting] = useState(false)
  const within = useMemo(() => (lines ? inPeriod(lines, period) : []), [lines, period])
  const view = useMemo(
    () => (lines && send ? answerOf(asked, within, names, send, fewest) : null),
    [asked, lines, within, names, send, fewest],
  )
  if (!view)
    return (
      <Skeleton aria-label={t`Reckoning`}>
        <SkeletonItem style={{ height: '260px' }} />
      </Skeleton>
    )
  const ask = (changes: Partial<Asked>) => onAsked({ ...asked, ...changes })
  const drawn = (onPaper: boolean) => (
    <Drawn view={view} asked={asked} fewest={fewest} reading={reading} onPaper={onPaper} />
  )
  return (
    <div className={styles.all}>
      <div className={styles.head}>
        <TabList
          className={styles.tabs}
          selectedValue={asked.view}
          onTabSelect={(_, { value }) => ask({ view: value as View })}
          aria-label={t`What to look at`}
        >
          {Object.entries(views).map(([value, words]) => (
            <Tab key={value} value={value}>
              {words}
            </Tab>
          ))}
        </TabList>
        <div className={styles.acts}>
          {mayWrite && (
            <Button as="a" icon={<ArrowUploadRegular />} href={importHref}>{t`Import scores`}</Button>
          )}
          <Button
            icon={<PrintRegular />}
            disabled={view.is === 'none'}
            onClick={() => setPrinting(true)}
          >{t`Print`}</Button>
        </div>
      </div>
      <Picks safe={asked.safe} onSafe={(safe) => ask({ safe })}>
        {view.tools.length > 0 && (
          <Pick
            label={t`Tool`}
            value={view.tool?.key ?? ''}
            options={view.tools.map(({ key, name }) => ({ value: key, words: name }))}
            onPick={(tool) => ask({ tool })}
          />
        )}
        {asked.view === 'groups' && view.provisions.length > 0 && (
          <Pick
            label={t`Provision`}
            value={view.provision ?? ''}
            options={view.provisions.map(({ key, name }) => ({ value: key, words: name }))}
            onPick={(provision) => ask({ provision, tool: null })}
          />
        )}
        {asked.view !== 'send' && (
          <Pick
            label={t`School year`}
            value={year}
            options={Object.entries(periods).map(([value, { words }]) => ({ value, words }))}
            onPick={(next) => ask({ period: next })}
          />
        )}
        {view.is === 'send' && (
          <>
            <Pick
              label={t`By`}
              value={asked.dimension}
              options={Object.entries(dimensions).map(([value, { words }]) => ({ value, words }))}
              onPick={(dimension) => ask({ dimension: dimension as Dimension })}
            />
            <Pick
              label={t`Term`}
              value={view.term.term.key}
              options={view.results.map(({ term }) => ({ value: term.key, words: term.words }))}
              onPick={(term) => ask({ term })}
            />
          </>
        )}
      </Picks>
      {read.is === 'away' && asked.view !== 'send' && (
        <MessageBar>
          <MessageBarBody>{read.words}</MessageBarBody>
        </MessageBar>
      )}
      {drawn(false)}
      {printing && view.is !== 'none' && (
        <PrintImpact
          title={t`Impact: ${views[asked.view].toLowerCase()}`}
          period={asked.view === 'send' ? null : period.words}
          fewest={asked.safe || asked.view === 'send' ? fewest : null}
          onDone={() => setPrinting(false)}
        >
          {drawn(true)}
        </PrintImpact>
      )}
    </div>
  )
}
