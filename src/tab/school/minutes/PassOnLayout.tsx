import { layoutFile } from '../../../documents/minutes/layoutFile.ts'
import type { MinutesLayout } from '../../../domain/records/minutesLayout.ts'
import { PassOnFile } from '../../../ui/disclosure/PassOnFile.tsx'
import { t } from '../../../words/t.ts'

/** The order and headings as a file: nothing about any child is in it. */
export const PassOnLayout = ({ layout, onClose }: { layout: MinutesLayout; onClose: () => void }) => (
  <PassOnFile
    title={t`Save the order for other schools`}
    what={t`Order of the minutes`}
    name={t`Order of minutes${layout.authority ? ` ${layout.authority}` : ''}.json`}
    text={() => layoutFile(layout)}
    onClose={onClose}
  />
)
