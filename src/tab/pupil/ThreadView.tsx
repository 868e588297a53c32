import { t } from '../../words/t.ts'
import { Button, makeStyles, Text } from '@fluentui/react-components'
import type { Stored } from '../../domain/record.ts'
import type { Pupil } from '../../domain/records/pupil.ts'
import { breaksIn } from '../../domain/rules/goldenThread.ts'
import { Loaded, Notice } from '../../ui/Loaded.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { useGo } from '../routes.ts'
import { Glance } from './glance/Glance.tsx'
import { LoggedProvider, useTermLog } from './thread/logged.ts'
import { Strands } from './thread/Strands.tsx'
import { useThread } from './useThread.ts'
import { Waiting } from './Waiting.tsx'

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '4px 12px', paddingBottom: '4px' },
  plain: { margin: 0 },
})

/** The pupil at a glance, then need → outcome → provision → delivered → evidence → last review with every break in it. */
export const ThreadView = ({ pupil }: { pupil: Stored<Pupil> }) => {
  const styles = useStyles()
  const { queries, thread, named, mending } = useThread(pupil.key)
  const logged = useTermLog(pupil)
  return (
    <>
      <Glance pupil={pupil} />
      <Loaded queries={queries} shape={<Waiting />}>
        {(...listings) => {
          const made = thread()
          const count = breaksIn(made).length
          return (
            <>
              <Unreadable listings={listings.flatMap((one) => ('records' in one ? one : []))} />
              <div className={styles.head}>
                <Text as="h2" size={400} weight="semibold" className={styles.plain}>{t`Golden thread`}</Text>
                <Text>
                  {count === 0
                    ? t`Every need leads to an outcome, provision and what the last review found.`
                    : `${count} ${count === 1 ? 'gap' : 'gaps'}`}
                </Text>
              </div>
              {made.strands.length === 0 && made.loose.length === 0 ? (
                <Empty pupil={pupil.key} />
              ) : (
                <LoggedProvider value={logged}>
                  <Strands thread={made} pupil={pupil.key} review={mending} named={named} />
                </LoggedProvider>
              )}
            </>
          )
        }}
      </Loaded>
    </>
  )
}

const Empty = ({ pupil }: { pupil: string }) => {
  const { go } = useGo()
  return (
    <Notice
      title={t`The thread starts with a need`}
      todo={t`Record what makes learning harder for this child; then what should become possible, and what is done for it.`}
      action={
        <Button
          appearance="primary"
          onClick={() => go({ at: 'pupil', key: pupil, section: 'needs' })}
        >{t`Add a need`}</Button>
      }
    />
  )
}
