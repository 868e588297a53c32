import { t } from '../../../words/t.ts'
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import type { Allocation } from '../../../domain/records/allocation.ts'
import type { Group } from '../../../domain/records/group.ts'
import { Provision } from '../../../domain/records/provision.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import type { SupportStaff } from '../../../domain/records/supportStaff.ts'
import { newVersionOf, nextName, trainedIn } from '../../../domain/rules/library.ts'
import { PupilName } from '../../../ui/hiddenDetails.tsx'
import { TroubleNotice } from '../../../ui/Loaded.tsx'
import { useRecordAct } from '../../../ui/useRecordAct.ts'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { useGo } from '../../routes.ts'
import { useMake } from '../shared/useMake.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '6px', paddingBottom: '12px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** What can be done with a provision, who is in it today, its groups, and whether somebody is trained for it. */
export const OfferActs = ({
  provision,
  offered,
  lines,
  pupils,
  groups,
  staff,
}: {
  provision: Stored<Provision>
  offered: readonly Stored<Provision>[]
  lines: readonly Allocation[]
  pupils: readonly Stored<Pupil>[]
  groups: readonly Stored<Group>[]
  staff: readonly Stored<SupportStaff>[]
}) => {
  const styles = useStyles()
  const { href, go } = useGo()
  const mayWrite = useMayWrite(Provision)
  const making = useMake(Provision)
  const act = useRecordAct(Provision, provision)
  const found = lines.flatMap((line) => pupils.find(({ key }) => key === line.pupil) ?? [])
  const trained = trainedIn(provision, staff)
  const before = offered.find(({ key }) => key === provision.replaces)
  const after = offered.find(({ replaces }) => replaces === provision.key)
  const trouble = making.trouble ?? act.trouble
  return (
    <div className={styles.part}>
      {found.length > 0 && (
        <div className={styles.row}>
          <Text className={styles.quiet}>{t`In it today:`}</Text>
          {found.map((pupil) => (
            <Link key={pupil.key} href={href({ at: 'pupil', key: pupil.key, section: 'provision' })}>
              <PupilName pupil={pupil} />
            </Link>
          ))}
        </div>
      )}
      {groups.length > 0 && (
        <div className={styles.row}>
          <Text className={styles.quiet}>{t`Groups:`}</Text>
          {groups.map(({ key, name }) => (
            <Link key={key} href={href({ at: 'provision', section: 'groups', about: key })}>
              {name}
            </Link>
          ))}
        </div>
      )}
      {provision.training && (
        <Text className={styles.quiet}>{t`Needs training: ${provision.training}. ${
          trained.length > 0
            ? t`${trained.map(({ name }) => name).join(', ')} ${trained.length === 1 ? t`has` : t`have`} it among what they are trained in.`
            : t`Nobody has its name among what they are trained in, under Provision, Staff.`
        }`}</Text>
      )}
      {before && <Text className={styles.quiet}>{t`Replaces ${before.name}.`}</Text>}
      {after && <Text className={styles.quiet}>{t`Replaced by ${after.name}.`}</Text>}
      {trouble && <TroubleNotice trouble={trouble} />}
      {mayWrite && (
        <div className={styles.buttons}>
          {provision.offered !== false && (
            <Button
              size="small"
              onClick={() => go({ at: 'provision', section: 'groups', about: provision.key })}
            >{t`Make a group`}</Button>
          )}
          <Button
            size="small"
            disabled={making.busy}
            onClick={() => {
              const name = nextName(
                provision.name,
                offered.map((one) => one.name),
              )
              void making.make(newVersionOf(provision, name), t`${name} takes the place of ${provision.name}`)
            }}
          >{t`Duplicate as a new version`}</Button>
          <Button
            size="small"
            disabled={act.busy}
            onClick={() =>
              void act.doIt({
                words: t`Offer`,
                said:
                  provision.offered === false
                    ? t`${provision.name} is on offer again`
                    : t`${provision.name} is not offered any more. ${counted(found.length, 'pupil')} in it ${found.length === 1 ? t`keeps` : t`keep`} it.`,
                changes: () => ({ offered: provision.offered === false }),
              })
            }
          >
            {provision.offered === false ? t`Offer again` : t`Not offered any more`}
          </Button>
        </div>
      )}
    </div>
  )
}
