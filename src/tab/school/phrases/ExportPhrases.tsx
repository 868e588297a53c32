import { t } from '../../../words/t.ts'
import { strToU8 } from 'fflate'
import type { Stored } from '../../../domain/record.ts'
import type { Phrase } from '../../../domain/records/phrase.ts'
import { phrasesAsLines } from '../../../domain/rules/phrases.ts'
import { PassOnAndSay } from '../../../ui/disclosure/PassOnAndSay.tsx'
import type { Passing } from '../../../ui/disclosure/passOn.ts'
import { type Services, useServices } from '../../../ui/services.tsx'

const passing = (phrases: readonly Stored<Phrase>[], services: Services): Passing => ({
  title: t`Download the phrases`,
  did: 'downloaded',
  what: t`Phrases`,
  about: [],
  logged: [],
  adults: [],
  days: [],
  verb: t`Download`,
  look: async () => {
    const lines = phrasesAsLines(phrases)
    return {
      paragraphs: lines.split('\r\n').map((text) => ({ text, is: 'text' as const })),
      go: async () => {
        services.download(t`SEND phrases.txt`, new Uint8Array(strToU8(`\uFEFF${lines}\r\n`)), 'text/plain')
        return { words: t`Downloaded. Another school can paste these lines.` }
      },
    }
  },
})

/** All phrases as a text file that can be pasted again. */
export const ExportPhrases = ({
  phrases,
  onClose,
}: {
  phrases: readonly Stored<Phrase>[]
  onClose: () => void
}) => {
  const services = useServices()
  return <PassOnAndSay passing={passing(phrases, services)} onClose={onClose} />
}
