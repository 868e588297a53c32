import { t } from '../../words/t.ts'
import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { Stored } from '../../domain/record.ts'
import type { StaffConcern } from '../../domain/records/staffConcern.ts'
import { becameOf } from '../../domain/rules/concernSaid.ts'
import { showDay } from '../../domain/rules/day.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Said } from './Said.tsx'

const useStyles = makeStyles({
  one: { display: 'flex', flexDirection: 'column', gap: '4px', paddingBottom: '8px' },
  became: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    paddingLeft: '12px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap' },
})

/** What I have said, and what became of it. */
export const Mine = ({
  said,
  name,
}: {
  said: Stored<StaffConcern>
  /** Of the pupil; null where it was chosen without a name to keep and is in no list of staff any more. */
  name: string | null
}) => {
  const styles = useStyles()
  const { status, word } = becameOf(said)
  return (
    <div className={styles.one}>
      <Said
        said={said}
        heading={
          <>
            {name === null ? t`A pupil who is not in your lists any more` : <Personal>{name}</Personal>},{' '}
            {showDay(said.on)}
          </>
        }
      />
      <div>
        <StatusMark status={status} word={word} />
      </div>
      {said.reply && (
        <div className={styles.became}>
          <Text size={200} className={styles.quiet}>{t`The SENCO says`}</Text>
          <Text className={styles.text}>{said.reply}</Text>
        </div>
      )}
    </div>
  )
}
