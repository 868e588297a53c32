import { t } from '../../../words/t.ts'
import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { counted } from '../../../domain/counted.ts'
import type { Stored } from '../../../domain/record.ts'
import { ClassTeacher } from '../../../domain/records/classTeacher.ts'
import { showDay, addDays } from '../../../domain/rules/day.ts'
import {
  type ImportFile,
  type ImportTable,
  readFile,
  readPasted,
  sayReason,
} from '../../../importing/index.ts'
import { knownClassHeadings, readClassStaff } from '../../../importing/classes/readClassStaff.ts'
import { classStaffPlan } from '../../../jobs/classStaffPlan.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { useServices } from '../../../ui/services.tsx'
import { ChooseFile } from '../../importing/ChooseFile.tsx'
import { SheetChoice } from '../../importing/SheetChoice.tsx'
import { Waiting } from '../../pupil/Waiting.tsx'
import { BulkDialog } from '../../register/bulk/BulkDialog.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '10px', maxWidth: '860px' },
  list: { margin: 0, paddingLeft: '20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
})
const known = { known: knownClassHeadings }
const noSalt = '0'.repeat(26)

/** A list of who teaches which class: chosen or pasted, looked at, then stored as a job that can be undone. */
export const ImportClasses = ({ onClose }: { onClose: () => void }) => {
  const { school, records } = useServices()
  // Archived rows too: what an undone import left behind must not be in the way of the next.
  const all = useQuery({
    queryKey: ['classStaffWithArchived', school.id],
    queryFn: () => records.store(ClassTeacher).allWithArchived(),
    staleTime: 0,
    gcTime: 0,
  })
  return (
    <Loaded queries={[all]} shape={<Waiting />}>
      {({ records: rows }) => <Choosing rows={rows} onClose={onClose} />}
    </Loaded>
  )
}

const Choosing = ({ rows, onClose }: { rows: readonly Stored<ClassTeacher>[]; onClose: () => void }) => {
  const styles = useStyles()
  const today = useServices().today()
  const [held, setHeld] = useState<{ table: ImportTable; bytes: Uint8Array | null } | null>(null)
  const [why, setWhy] = useState<string | undefined>(undefined)
  const [endOthers, setEndOthers] = useState(false)
  const [asking, setAsking] = useState(false)
  const take = (file: ImportFile, bytes: Uint8Array | null) => {
    if (file.kind === 'refused') setWhy(file.why)
    else setHeld({ table: file, bytes })
  }
  if (!held)
    return (
      <div className={styles.part}>
        <ChooseFile
          what={t`list of classes and staff`}
          about={t`An Excel or CSV list with the columns Class and Name, and where you have them User principal name (the address that they sign in with), Role and Subject.`}
          why={why}
          onFile={(file) =>
            void file
              .arrayBuffer()
              .then((buffer) => take(readFile(new Uint8Array(buffer), known), new Uint8Array(buffer)))
          }
          onPaste={(text) => take(readPasted(text, known), null)}
        />
        <div>
          <Button onClick={onClose}>{t`Cancel`}</Button>
        </div>
      </div>
    )
  const plan = readClassStaff(held.table, rows, today, noSalt)
  const of = (outcome: string) => plan.rows.filter((row) => row.outcome === outcome)
  const refused = plan.rows.flatMap((row) => (row.outcome === 'refused' ? [row] : []))
  const work = of('new').length + of('changed').length + (endOthers ? plan.unnamed.length : 0)
  return (
    <div className={styles.part}>
      <SheetChoice
        table={held.table}
        onSheet={(sheet) => held.bytes && take(readFile(held.bytes, { ...known, sheet }), held.bytes)}
      />
      {plan.why ? (
        <Text>{plan.why}</Text>
      ) : (
        <>
          <Text>{t`${counted(plan.rows.length, 'row')}: ${of('new').length} new, ${of('changed').length} changed, ${of('unchanged').length} as they are, ${refused.length} not usable.`}</Text>
          {refused.length > 0 && (
            <ul className={styles.list}>
              {refused.map(({ row, reasons }) => (
                <li key={row}>{t`Row ${row}: ${reasons.map(sayReason).join('. ')}`}</li>
              ))}
            </ul>
          )}
          {plan.unnamed.length > 0 && (
            <Checkbox
              checked={endOthers}
              onChange={(_, { checked }) => setEndOthers(checked === true)}
              label={t`End the ${counted(plan.unnamed.length, 'row')} that the list does not name, on ${showDay(addDays(today, -1))}`}
            />
          )}
        </>
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={work === 0} onClick={() => setAsking(true)}>
          {work === 0 ? t`Nothing to store` : t`Store ${counted(work, 'row')}`}
        </Button>
        <Button onClick={() => setHeld(null)}>{t`Choose another`}</Button>
        <Button onClick={onClose}>{t`Cancel`}</Button>
      </div>
      {asking && (
        <BulkDialog
          title={t`Put staff down for classes`}
          words={t`Store ${counted(work, 'row')}`}
          plan={classStaffPlan(
            plan,
            endOthers ? addDays(today, -1) : null,
            t`Classes and staff: ${counted(work, 'row')}`,
          )}
          trouble={null}
          onClose={() => setAsking(false)}
        >
          <ul className={styles.list}>
            {plan.rows
              .slice(0, 200)
              .flatMap((row) =>
                row.outcome === 'new'
                  ? [<li key={row.row}>{t`${row.record.className}: ${row.record.name}, new`}</li>]
                  : row.outcome === 'changed'
                    ? [<li key={row.row}>{t`${row.stored.className}: ${row.stored.name}, changed`}</li>]
                    : [],
              )}
            {endOthers &&
              plan.unnamed.map(({ key, className, name }) => (
                <li key={key}>{t`${className}: ${name}, ends`}</li>
              ))}
          </ul>
        </BulkDialog>
      )}
    </div>
  )
}
