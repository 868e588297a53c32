import { t } from '../../../words/t.ts'
import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { showAcademicYear } from '../../../domain/rules/schoolYear.ts'
import { readTermLines, type TermRow } from '../../../domain/rules/termLines.ts'
import { AddRows } from './AddRows.tsx'

/** Term dates as the council prints them: pasted, read, looked at, added. */
export const PasteTerms = ({
  year,
  known,
  onClose,
}: {
  year: number
  known: readonly TermRow[]
  onClose: () => void
}) => {
  const [pasted, setPasted] = useState('')
  const { rows, unread, bankHolidays } = readTermLines(pasted, year)
  return (
    <AddRows
      label={t`Paste term dates`}
      rows={rows}
      unread={unread}
      known={known}
      note={bankHolidays > 0 ? t`Public holidays are known already and need no row.` : null}
      onClose={onClose}
    >
      <Field
        label={t`Term dates, as your council or trust prints them`}
        hint={t`Terms, half-terms and training days, one or two dates a line. Days without a year are in ${showAcademicYear(year)}.`}
      >
        <Textarea
          rows={8}
          resize="vertical"
          value={pasted}
          placeholder={t`Autumn term: 1 September to 18 December
Half-term: 26 to 30 October`}
          onChange={(_, { value }) => setPasted(value)}
        />
      </Field>
    </AddRows>
  )
}
