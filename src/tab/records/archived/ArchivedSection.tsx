import { inWords, t } from '../../../words/t.ts'
import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Problem } from '../../../domain/problem.ts'
import type { AnyRecordType, Stored } from '../../../domain/record.ts'
import { recordTypes } from '../../../domain/records/index.ts'
import { fullName, Pupil } from '../../../domain/records/pupil.ts'
import { londonDay, showDay } from '../../../domain/rules/day.ts'
import type { AnyStored } from '../../../ui/draft/types.ts'
import { Personal } from '../../../ui/hiddenDetails.tsx'
import { Later, Loaded, Notice } from '../../../ui/Loaded.tsx'
import { useAll } from '../../../ui/records.ts'
import { useServices } from '../../../ui/services.tsx'
import { useMayWrite } from '../../../ui/writeAccess.ts'
import { BringBack } from './BringBack.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '860px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    alignItems: 'center',
    padding: '8px 4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: '1 1 260px', minWidth: 0 },
})

/** Logs are evidence, and a text that was not stored is offered where it was typed. */
const notHere = new Set(['Disclosure', 'Disposal', 'Job', 'UnsavedText'])
const kinds = recordTypes.filter(({ audience, name }) => audience === 'senco' && !notHere.has(name))
const few = 50

/** What was taken out of sight, one kind at a time, the newest first, with a way back. */
export const ArchivedSection = () => {
  const styles = useStyles()
  const [name, setName] = useState(Pupil.name)
  const type = kinds.find((one) => one.name === name) ?? Pupil
  return (
    <div className={styles.part}>
      <Text className={styles.quiet}>
        {t`What somebody archived stands in no list and no figure, and nothing of it is deleted. Here it can be brought back as it was.`}
      </Text>
      <Field label={t`Kind of record`} style={{ maxWidth: '360px' }}>
        <Select value={name} onChange={(_, { value }) => setName(value)}>
          {kinds.map((one) => (
            <option key={one.name} value={one.name}>
              {inWords(one.label)}
            </option>
          ))}
        </Select>
      </Field>
      <Archived key={name} type={type} />
    </div>
  )
}

const Archived = ({ type }: { type: AnyRecordType }) => {
  const styles = useStyles()
  const { records, school } = useServices()
  const [asked, setAsked] = useState<Stored<unknown> | null>(null)
  const [whole, setWhole] = useState(false)
  const mayWrite = useMayWrite(type)
  const pupils = useAll(Pupil)
  const query = useQuery({
    queryKey: ['archived', school.id, type.name],
    queryFn: async (): Promise<readonly AnyStored[]> => {
      const { records: all } = await records.store(type).allWithArchived()
      if (all.length === 0 && !(await records.mayRead(type.audience)))
        throw new Problem({ code: 'noAccess', to: type.list }, `No access to ${type.list}`)
      return (all as readonly AnyStored[])
        .filter(({ archived }) => archived)
        .toSorted((a, b) => ((a.modifiedAt ?? '') < (b.modifiedAt ?? '') ? 1 : -1))
    },
    gcTime: 0,
  })
  return (
    <Loaded
      queries={[query, pupils]}
      shape={
        <Later>
          <Text role="status">{t`Reading`}</Text>
        </Later>
      }
    >
      {(rows, known) => {
        const nameOf = namer(type, known.records)
        if (rows.length === 0)
          return (
            <Notice
              title={t`Nothing of this kind is archived`}
              todo={t`Choose another kind above. What was deleted in SharePoint itself lies in the site’s recycle bin.`}
            />
          )
        return (
          <>
            <ul className={styles.list} aria-label={t`Archived`}>
              {(whole ? rows : rows.slice(0, few)).map((row) => (
                <li key={row.key} className={styles.row}>
                  <div className={styles.words}>
                    <Text block weight="semibold">
                      <Personal>{nameOf(row)}</Personal>
                    </Text>
                    <Text block size={200} className={styles.quiet}>
                      {whenWords(row)}
                    </Text>
                  </div>
                  {mayWrite && (
                    <Button
                      size="small"
                      onClick={() => setAsked(row)}
                      aria-label={t`Bring back: ${nameOf(row)}`}
                    >{t`Bring back`}</Button>
                  )}
                </li>
              ))}
            </ul>
            {!whole && rows.length > few && (
              <div>
                <Button
                  size="small"
                  appearance="subtle"
                  onClick={() => setWhole(true)}
                >{t`Show all ${rows.length}`}</Button>
              </div>
            )}
            {asked && (
              <BringBack type={type} row={asked} name={nameOf(asked)} onClose={() => setAsked(null)} />
            )}
          </>
        )
      }}
    </Loaded>
  )
}

/** What a row is called: a pupil by name, what belongs to one with it, the rest as SharePoint’s title has it. */
const namer = (type: AnyRecordType, pupils: readonly Stored<Pupil>[]) => {
  const byKey = new Map(pupils.map((pupil) => [pupil.key, pupil]))
  return (row: Stored<unknown>): string => {
    if (type.name === Pupil.name) return fullName(row as Stored<Pupil>)
    const title = type.titleOf(row as never) || inWords(type.label)
    const of = (row as { readonly pupil?: unknown }).pupil
    const pupil = typeof of === 'string' ? byKey.get(of) : undefined
    return pupil ? t`${fullName(pupil)}: ${title}` : title
  }
}

/** The last who wrote in a row is whoever archived it: nobody can write in it since. */
const whenWords = ({ modifiedAt, modifiedBy, archivedReason }: Stored<unknown>): string =>
  [
    modifiedAt && t`Archived ${showDay(londonDay(new Date(modifiedAt)))}`,
    modifiedBy && t`by ${modifiedBy}`,
    archivedReason && `“${archivedReason}”`,
  ]
    .filter(Boolean)
    .join(' · ')
