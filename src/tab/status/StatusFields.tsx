import { t } from '../../words/t.ts'
import { Field as FluentField, makeStyles, Text } from '@fluentui/react-components'
import type { Value } from '../../domain/fields.ts'
import { fieldOf } from '../../domain/record.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { StatusPeriod } from '../../domain/records/statusPeriod.ts'
import type { RefusedChange, StatusChange } from '../../domain/rules/statusChange.ts'
import { parentToldSource, type Status } from '../../domain/rules/statusHistory.ts'
import { Control } from '../../ui/controls/controls.tsx'
import { useServices } from '../../ui/services.tsx'

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '14px' },
})

/** A change of status as far as it is said. */
export type StatusDraft = { readonly [K in keyof StatusChange]: StatusChange[K] | null }
export const emptyStatus: StatusDraft = {
  status: null,
  from: null,
  why: null,
  decidedBy: null,
  parentTold: null,
  planIssued: null,
}

/** The change that is said, or which answer is missing. */
export const saidChange = (draft: StatusDraft): StatusChange | RefusedChange =>
  draft.status === null
    ? { field: 'status', says: t`Choose the new status` }
    : draft.from === null
      ? { field: 'from', says: t`Say from which day on` }
      : { ...draft, status: draft.status, from: draft.from }

const asks: readonly {
  readonly name: keyof StatusChange
  readonly label: string
  readonly hint?: string
  readonly field: ReturnType<typeof fieldOf>
  readonly only?: Status
}[] = [
  { name: 'status', label: t`New SEN status`, field: fieldOf(Pupil, 'status') },
  {
    name: 'from',
    label: t`From`,
    hint: t`The day on which it took effect. It may be past: today is kept beside it`,
    field: { ...fieldOf(Pupil, 'statusFrom'), required: true },
  },
  {
    name: 'planIssued',
    label: t`EHC plan first issued`,
    hint: t`Where it is another day than that`,
    field: fieldOf(Pupil, 'planIssued'),
    only: 'E',
  },
  {
    name: 'parentTold',
    label: t`Parent told on`,
    field: fieldOf(StatusPeriod, 'parentTold'),
  },
  { name: 'why', label: t`Reason`, field: fieldOf(StatusPeriod, 'why') },
  { name: 'decidedBy', label: t`Decided by`, field: fieldOf(StatusPeriod, 'decidedBy') },
]

/** What is asked when a status changes: the same for one pupil and for many. */
export const StatusFields = ({
  draft,
  now,
  refused,
  onDraft,
}: {
  draft: StatusDraft
  /** The status that the pupil has, which is not offered; null for many pupils. */
  now: Status | null
  refused: RefusedChange | null
  onDraft: (draft: StatusDraft) => void
}) => {
  const styles = useStyles()
  const today = useServices().today()
  const put = (name: keyof StatusChange, value: Value) => onDraft({ ...draft, [name]: value } as StatusDraft)
  return (
    <div className={styles.fields}>
      {asks
        .filter(({ only }) => only === undefined || only === draft.status)
        .map(({ name, label, hint, field }) => {
          const wrong = refused?.field === name ? refused.says : null
          const tell = name === 'parentTold' && draft.status === 'K'
          const offered =
            name === 'status' && field.kind === 'choice' && now !== null
              ? {
                  ...field,
                  choices: Object.fromEntries(Object.entries(field.choices).filter(([code]) => code !== now)),
                }
              : field
          return (
            <FluentField
              key={name}
              label={label}
              required={name === 'status' || name === 'from'}
              hint={
                tell
                  ? t`The school must tell the parent that support begins (${parentToldSource}). Leave it blank until it is done`
                  : (hint ?? null)
              }
              validationState={wrong ? 'error' : 'none'}
              validationMessage={wrong}
            >
              <Control
                field={offered}
                value={(draft[name] as Value | undefined) ?? null}
                typed={null}
                readOnly={false}
                options={[]}
                latest={field.kind === 'date' ? today : null}
                onValue={(value) => put(name, value)}
                onWrong={() => put(name, null)}
                onLeave={() => undefined}
              />
            </FluentField>
          )
        })}
      {refused && !asks.some(({ name }) => name === refused.field) && (
        <Text role="alert">{refused.says}</Text>
      )}
    </div>
  )
}
