import { rulebookText } from '../../../documents/rulebookFile.ts'
import type { CostingRulebook } from '../../../domain/records/costingRulebook.ts'
import { PassOnFile } from '../../../ui/disclosure/PassOnFile.tsx'
import { t } from '../../../words/t.ts'

/** An authority's costing rules as a file: they name no child. */
export const PassOnRulebook = ({ book, onClose }: { book: CostingRulebook; onClose: () => void }) => (
  <PassOnFile
    title={t`Save the costing rules for other schools`}
    what={t`Costing rules`}
    name={t`${book.authority} costing rules ${book.from}.json`}
    text={() => rulebookText(book)}
    onClose={onClose}
  />
)
