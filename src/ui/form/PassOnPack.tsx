import { t } from '../../words/t.ts'
import { strToU8 } from 'fflate'
import type { Stored } from '../../domain/record.ts'
import type { AuthorityPack } from '../../domain/records/authorityPack.ts'
import { packFile } from '../../documents/form/pack.ts'
import { PassOnAndSay } from '../disclosure/PassOnAndSay.tsx'
import type { Passing } from '../disclosure/passOn.ts'
import { type Services, useServices } from '../services.tsx'

const passing = (pack: Stored<AuthorityPack>, services: Services): Passing => ({
  title: t`Save the pack for other schools`,
  did: 'downloaded',
  what: t`Authority pack`,
  about: [],
  logged: [],
  adults: [],
  days: [],
  verb: t`Download`,
  look: async () => {
    const text = packFile(pack)
    return {
      paragraphs: text.split('\n').map((line) => ({ text: line, is: 'text' as const })),
      go: async () => {
        services.download(t`${pack.authority} pack.json`, new Uint8Array(strToU8(text)), 'application/json')
        return { words: t`Downloaded. Another school can add this file.` }
      },
    }
  },
})

/** What goes where in a form, as a file: labels of the form and names of facts, and nothing about any child. */
export const PassOnPack = ({ pack, onClose }: { pack: Stored<AuthorityPack>; onClose: () => void }) => {
  const services = useServices()
  return <PassOnAndSay passing={passing(pack, services)} onClose={onClose} />
}
