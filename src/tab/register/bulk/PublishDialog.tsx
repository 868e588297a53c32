import { t } from '../../../words/t.ts'
import { Checkbox, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { troubleOf } from '../../../domain/problem.ts'
import { Need } from '../../../domain/records/need.ts'
import { Outcome } from '../../../domain/records/outcome.ts'
import { Profile } from '../../../domain/records/profile.ts'
import type { Pupil } from '../../../domain/records/pupil.ts'
import {
  isHere,
  profileOn,
  publicationKeyOf,
  publishedParts,
  usualTicks,
} from '../../../domain/rules/publish.ts'
import { publishPlan, withdrawPlan } from '../../../jobs/publishing.ts'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { grouped } from '../../../domain/grouped.ts'
import { BulkDialog } from './BulkDialog.tsx'
import { useStaffRows } from './staffRows.ts'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
})

type Props = { pupils: readonly Stored<Pupil>[]; onClose: () => void }

/** Shows many pupils to staff at once, or takes back what staff see of them. */
export const PublishDialog = ({ withdraw, ...props }: Props & { withdraw: boolean }) =>
  withdraw ? <Withdraw {...props} /> : <Publish {...props} />

const Publish = ({ pupils, onClose }: Props) => {
  const styles = useStyles()
  const today = useServices().today()
  const [ticks, setTicks] = useState(usualTicks)
  const staff = useStaffRows()
  const needs = useAll(Need)
  const outcomes = useAll(Outcome)
  const profiles = useAll(Profile)
  const failed = [staff, needs, outcomes, profiles].find(({ isError }) => isError)
  const before = new Map(
    (staff.data?.publications ?? []).flatMap((one) => (one.state === 'published' ? [[one.key, one]] : [])),
  )
  const isShown = ({ key }: Stored<Pupil>) => before.has(publicationKeyOf(key))
  const here = pupils.filter((pupil) => isHere(pupil, today) && (pupil.status !== 'N' || isShown(pupil)))
  const again = here.filter(isShown).length
  const title = t`Publish ${counted(here.length, 'pupil')} to staff`
  const planNow = () => {
    if (!staff.data || !needs.data || !outcomes.data || !profiles.data) return null
    const [needsOf, outcomesOf, profilesOf] = [
      grouped(needs.data.records, ({ pupil }) => pupil),
      grouped(outcomes.data.records, ({ pupil }) => pupil),
      grouped(profiles.data.records, ({ pupil }) => pupil),
    ]
    return publishPlan(
      here.map((pupil) => ({
        sources: {
          pupil,
          needs: needsOf.get(pupil.key) ?? [],
          outcomes: outcomesOf.get(pupil.key) ?? [],
          profile: profileOn(profilesOf.get(pupil.key) ?? [], today),
        },
        ticks: before.get(publicationKeyOf(pupil.key)) ?? ticks,
      })),
      { ...staff.data, today },
      title,
    )
  }
  const plan = planNow()
  return (
    <BulkDialog
      title={title}
      words={t`Publish ${counted(here.length, 'pupil')}`}
      plan={plan}
      trouble={failed ? troubleOf(failed.error) : null}
      onClose={onClose}
    >
      <div className={styles.part}>
        {!plan && !failed && <Spinner size="tiny" label={t`Reading what is to be shown`} />}
        {again > 0 && (
          <Text>{t`${counted(again, 'pupil')} ${again === 1 ? t`is` : t`are`} published already: staff see the newest of what was chosen for each.`}</Text>
        )}
        {again < here.length && (
          <fieldset style={{ border: 'none', margin: 0, padding: 0 }}>
            <legend
              style={{ padding: 0 }}
            >{t`Staff see name, year group, class and SEN status of ${counted(here.length - again, 'pupil')}, and`}</legend>
            {publishedParts.map(({ part, label }) => (
              <Checkbox
                key={part}
                label={label}
                checked={ticks[part]}
                onChange={(_, { checked }) => setTicks({ ...ticks, [part]: checked === true })}
                style={{ display: 'flex' }}
              />
            ))}
          </fieldset>
        )}
        {here.length < pupils.length && (
          <Text>{t`${counted(pupils.length - here.length, 'pupil')} without SEN, or who left, are not published.`}</Text>
        )}
        <Text
          className={styles.quiet}
        >{t`Everybody whom the staff site lets in can read this, whichever class they teach. You can withdraw it, or undo the job.`}</Text>
      </div>
    </BulkDialog>
  )
}

const Withdraw = ({ pupils, onClose }: Props) => {
  const styles = useStyles()
  const today = useServices().today()
  const staff = useStaffRows()
  const plan = staff.data
    ? withdrawPlan(
        pupils.map(({ key }) => key),
        { ...staff.data, today },
        t`Withdraw ${counted(pupils.length, 'pupil')} from staff`,
      )
    : null
  const seen = new Set(plan?.steps.map(({ pupil }) => pupil)).size
  return (
    <BulkDialog
      title={t`Withdraw ${counted(pupils.length, 'pupil')} from staff`}
      words={t`Withdraw ${counted(seen, 'pupil')}`}
      plan={plan && { ...plan, title: t`Withdraw ${counted(seen, 'pupil')} from staff` }}
      trouble={staff.isError ? troubleOf(staff.error) : null}
      onClose={onClose}
    >
      <div className={styles.part}>
        {staff.isPending && <Spinner size="tiny" label={t`Looking at what staff see`} />}
        {plan && (
          <Text>
            {seen === 0
              ? t`Staff see nothing of these pupils.`
              : t`Staff see ${counted(seen, 'pupil')} of them; afterwards nothing.`}
          </Text>
        )}
        <Text className={styles.quiet}>{t`Your own records are not touched. The job can be undone.`}</Text>
      </div>
    </BulkDialog>
  )
}
