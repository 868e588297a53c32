import { t } from '../../words/t.ts'
import { Button, Checkbox, Field, Text, Textarea } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Stored } from '../../domain/record.ts'
import { ClassTeacher } from '../../domain/records/classTeacher.ts'
import type { Policy } from '../../domain/records/policy.ts'
import { PolicyReading } from '../../domain/records/policyReading.ts'
import { askingRows, notAsked, readersTyped, staffToAsk } from '../../domain/rules/askReaders.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { useSay } from '../../ui/undo.tsx'
import { useAttempt } from '../../ui/useAttempt.ts'
import { allOrNone } from '../../ui/useSchool.ts'
import { Waiting } from '../pupil/Waiting.tsx'
import { useLeadingStyles } from './useLeadingStyles.ts'

type Props = {
  policy: Stored<Policy>
  asked: readonly Stored<PolicyReading>[]
  onClose: () => void
}

/** Chooses who is asked to read a policy: staff of classes, and others by name. */
export const AskReaders = (props: Props) => {
  const services = useServices()
  const staff = useQuery(allOrNone(services, ClassTeacher))
  return (
    <Loaded queries={[staff]} shape={<Waiting />}>
      {(list) => <Choose {...props} staff={list.records as readonly Stored<ClassTeacher>[]} />}
    </Loaded>
  )
}

const Choose = ({ policy, asked, staff, onClose }: Props & { staff: readonly Stored<ClassTeacher>[] }) => {
  const styles = useLeadingStyles()
  const services = useServices()
  const client = useQueryClient()
  const say = useSay()
  const { attempt, busy, trouble } = useAttempt()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = useState('')
  const today = services.today()
  const open = notAsked(staffToAsk(staff, today), asked)
  const chosen = [...open.filter(({ name }) => !left.has(name)), ...notAsked(readersTyped(typed), asked)]
  const ask = () =>
    attempt(async () => {
      const written = await services.records
        .store(PolicyReading)
        .createMany(askingRows(policy, chosen, today))
      await client.invalidateQueries({ queryKey: ['records', services.school.id, PolicyReading.name] })
      const refused = written.flatMap((row) => (row.outcome === 'refused' ? [row.problem] : []))
      if (refused.length > 0) throw refused[0]!
      say(t`${chosen.length} asked to read it`)
      onClose()
    })
  return (
    <section className={styles.part} aria-label={t`Whom to ask`}>
      {open.length === 0 ? (
        <Text className={styles.quiet}>
          {t`Everybody who stands under School, Classes was asked. Others can be named here.`}
        </Text>
      ) : (
        <div role="group" aria-label={t`Staff of classes`}>
          {open.map(({ name, address }) => (
            <div key={address ?? name}>
              <Checkbox
                checked={!left.has(name)}
                label={address ? name : t`${name} (no address: can’t tick it themselves)`}
                onChange={(_, { checked }) => {
                  const next = new Set(left)
                  if (checked) next.delete(name)
                  else next.add(name)
                  setLeft(next)
                }}
              />
            </div>
          ))}
        </div>
      )}
      <Field
        label={t`Others, one a line`}
        hint={t`The name, then a comma and the address that they sign in with.`}
      >
        <Textarea value={typed} resize="vertical" onChange={(_, { value }) => setTyped(value)} />
      </Field>
      {trouble && <TroubleNotice trouble={trouble} retry={() => void ask()} />}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={busy || chosen.length === 0} onClick={() => void ask()}>
          {chosen.length === 1 ? t`Ask one person` : t`Ask ${chosen.length} people`}
        </Button>
        <Button onClick={onClose}>{t`Not now`}</Button>
      </div>
    </section>
  )
}
