import { strToU8 } from 'fflate'
import { t } from '../../words/t.ts'
import { useServices } from '../services.tsx'
import { PassOnAndSay } from './PassOnAndSay.tsx'

/** What a school settled (costing rules, an order of minutes, a pack), as a file for other schools: it names no child. */
export const PassOnFile = ({
  title,
  what,
  name,
  text,
  onClose,
}: {
  title: string
  what: string
  /** The file's, with its ending. */
  name: string
  /** The file's JSON; also what is looked through for names. */
  text: () => string
  onClose: () => void
}) => {
  const { download } = useServices()
  return (
    <PassOnAndSay
      passing={{
        title,
        did: 'downloaded',
        what,
        about: [],
        logged: [],
        adults: [],
        days: [],
        verb: t`Download`,
        look: async () => {
          const json = text()
          return {
            paragraphs: json.split('\n').map((line) => ({ text: line, is: 'text' as const })),
            go: async () => {
              download(name, new Uint8Array(strToU8(json)), 'application/json')
              return { words: t`Downloaded. Another school can add this file.` }
            },
          }
        },
      }}
      onClose={onClose}
    />
  )
}
