import { t } from '../../words/t.ts'
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { View } from '../../domain/records/view.ts'
import { provenanceOf, speakerOf } from '../../domain/rules/provenance.ts'
import { Personal } from '../hiddenDetails.tsx'
import { RecordForm } from '../RecordForm.tsx'
import { useMayWrite } from '../writeAccess.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '14px' },
  one: { borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, paddingLeft: '12px', minWidth: 0 },
  words: { display: 'block', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: '0.75em' },
  head: { display: 'flex', gap: '8px', alignItems: 'center', justifyContent: 'space-between' },
})

/** What was said, in the words in which it was said. */
export const SaidList = ({ views, child }: { views: readonly Stored<View>[]; child: string }) => {
  const styles = useStyles()
  return (
    <ul className={styles.list} aria-label={t`What was said`}>
      {views.map((view) => (
        <One key={view.key} view={view} child={child} />
      ))}
    </ul>
  )
}

const One = ({ view, child }: { view: Stored<View>; child: string }) => {
  const styles = useStyles()
  const [edits, setEdits] = useState(false)
  const mayWrite = useMayWrite(View)
  return (
    <li className={styles.one}>
      <div className={styles.head}>
        <Text weight="semibold">
          <Personal>{speakerOf(view, child)}</Personal>
        </Text>
        {mayWrite && (
          <Button
            size="small"
            appearance="subtle"
            icon={<EditRegular />}
            aria-expanded={edits}
            onClick={() => setEdits(!edits)}
          >
            {edits ? t`Done` : t`Edit`}
          </Button>
        )}
      </div>
      {edits ? (
        <RecordForm
          type={View}
          record={view}
          groups={[{ fields: ['words', 'question', 'how', 'language', 'helper'] }]}
          history
        />
      ) : (
        <>
          {view.question && <Text className={styles.quiet}>{view.question}</Text>}
          <Text className={styles.words} dir="auto">
            {view.words}
          </Text>
          <Text className={styles.quiet}>{provenanceOf(view)}</Text>
        </>
      )}
    </li>
  )
}
