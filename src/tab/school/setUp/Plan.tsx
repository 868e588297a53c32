import { t } from '../../../words/t.ts'
import { makeStyles, Text } from '@fluentui/react-components'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { counted } from '../../../domain/counted.ts'
import { byHandWords, hasWork, type SitePlan } from './sitePlan.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '6px' },
  list: { margin: 0, paddingInlineStart: '20px' },
})

/** What set-up would do in a site; `after` a run it is what is left. */
export const Plan = ({ plan, lists, after }: { plan: SitePlan; lists: number; after: boolean }) => {
  const styles = useStyles()
  const { make, add, mark, byHand, newer } = plan
  return (
    <div className={styles.part}>
      {!hasWork(plan) && (
        <output>
          <StatusMark
            status="done"
            word={
              lists === 1
                ? t`Its list is there and up to date.`
                : t`All ${counted(lists, 'list')} are there and up to date.`
            }
          />
        </output>
      )}
      {hasWork(plan) && (
        <Text weight="semibold">{after ? t`Still to be done:` : t`The set-up would do this:`}</Text>
      )}
      {make.length > 0 && <Text>{t`Make ${counted(make.length, 'list')}: ${make.join(', ')}.`}</Text>}
      {add.length > 0 && (
        <>
          <Text>{t`Add columns to ${counted(add.length, 'list')}, which keep their rows:`}</Text>
          <ul className={styles.list}>
            {add.map(({ list, columns }) => (
              <li key={list}>
                {list}: {columns.join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {mark.length > 0 && (
        <Text>{t`Write into ${counted(mark.length, 'list')} that ${mark.length === 1 ? t`it is` : t`they are`} of this version (one row each, which is no record): ${mark.join(', ')}.`}</Text>
      )}
      {byHand.length > 0 && (
        <>
          <Text>
            <StatusMark status="dueSoon" word={t`To put right by hand`} />{' '}
            {t`Somebody changed these in SharePoint. The set-up leaves them as they are.`}
          </Text>
          <ul className={styles.list}>
            {byHand.map(({ list, drift }) => (
              <li key={`${list} ${drift.column} ${drift.what}`}>
                {list}: “{drift.column}” {byHandWords[drift.what as keyof typeof byHandWords]}
              </li>
            ))}
          </ul>
        </>
      )}
      {newer.length > 0 && (
        <Text>
          <StatusMark status="dueSoon" word={t`Set up by a newer version of Goldthread`} />{' '}
          {t`${newer.join(', ')}. Load this page anew before you go on.`}
        </Text>
      )}
    </div>
  )
}
