import { t } from '../../../words/t.ts'
import { strToU8 } from 'fflate'
import type { CostingRulebook } from '../../../domain/records/costingRulebook.ts'
import { rulebookText } from '../../../documents/rulebookFile.ts'
import { PassOnAndSay } from '../../../ui/disclosure/PassOnAndSay.tsx'
import type { Passing } from '../../../ui/disclosure/passOn.ts'
import { type Services, useServices } from '../../../ui/services.tsx'

const passing = (book: CostingRulebook, services: Services): Passing => ({
  title: t`Save the costing rules for other schools`,
  did: 'downloaded',
  what: t`Costing rules`,
  about: [],
  logged: [],
  adults: [],
  days: [],
  verb: t`Download`,
  look: async () => {
    const text = rulebookText(book)
    return {
      paragraphs: text.split('\n').map((line) => ({ text: line, is: 'text' as const })),
      go: async () => {
        services.download(
          t`${book.authority} costing rules ${book.from}.json`,
          new Uint8Array(strToU8(text)),
          'application/json',
        )
        return { words: t`Downloaded. Another school can add this file.` }
      },
    }
  },
})

/** An authority's costing rules as a file: they name no child. */
export const PassOnRulebook = ({ book, onClose }: { book: CostingRulebook; onClose: () => void }) => {
  const services = useServices()
  return <PassOnAndSay passing={passing(book, services)} onClose={onClose} />
}
