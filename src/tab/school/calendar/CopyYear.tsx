import { t } from '../../../words/t.ts'
import { Text } from '@fluentui/react-components'
import { showAcademicYear } from '../../../domain/rules/schoolYear.ts'
import { copiedYear, type TermRow } from '../../../domain/rules/termLines.ts'
import { AddRows } from './AddRows.tsx'

/** The year before, on the same weekdays: a beginning, to be checked against the council's list. */
export const CopyYear = ({
  year,
  known,
  onClose,
}: {
  year: number
  known: readonly TermRow[]
  onClose: () => void
}) => (
  <AddRows
    label={t`Copy the year before`}
    rows={copiedYear(known, year - 1)}
    known={known}
    note={t`Check each against the council’s list: holidays move with Easter.`}
    onClose={onClose}
  >
    <Text weight="semibold">{t`${showAcademicYear(year - 1)}, moved to ${showAcademicYear(year)} on the same weekdays`}</Text>
  </AddRows>
)
