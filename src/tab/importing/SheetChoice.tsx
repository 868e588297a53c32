import { t } from '../../words/t.ts'
import { Field, MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ImportTable } from '../../importing/index.ts'
import { TypeAhead } from '../../ui/controls/TypeAhead.tsx'

/** Which sheet of a workbook is read, and what to look at before trusting it. */
export const SheetChoice = ({
  table: { sheets, notes = [] },
  onSheet,
}: {
  table: ImportTable
  onSheet: (sheet: string) => void
}) => (
  <>
    {sheets && sheets.names.length > 1 && (
      <Field label={t`Sheet`}>
        <TypeAhead
          options={sheets.names.map((name) => ({ key: name, text: name }))}
          value={sheets.chosen}
          required
          readOnly={false}
          onChosen={(name) => {
            if (name !== null && name !== sheets.chosen) onSheet(name)
          }}
        />
      </Field>
    )}
    {notes.map((note) => (
      <MessageBar key={note} intent="warning" layout="multiline">
        <MessageBarBody>{note}.</MessageBarBody>
      </MessageBar>
    ))}
  </>
)
