import { t } from '../../../words/t.ts'
import { strToU8 } from 'fflate'
import { layoutFile } from '../../../documents/minutes/layoutFile.ts'
import type { MinutesLayout } from '../../../domain/records/minutesLayout.ts'
import { PassOnAndSay } from '../../../ui/disclosure/PassOnAndSay.tsx'
import type { Passing } from '../../../ui/disclosure/passOn.ts'
import { type Services, useServices } from '../../../ui/services.tsx'

const passing = (layout: MinutesLayout, services: Services): Passing => ({
  title: t`Save the order for other schools`,
  did: 'downloaded',
  what: t`Order of the minutes`,
  about: [],
  logged: [],
  adults: [],
  days: [],
  verb: t`Download`,
  look: async () => {
    const text = layoutFile(layout)
    return {
      paragraphs: text.split('\n').map((line) => ({ text: line, is: 'text' as const })),
      go: async () => {
        const name = t`Order of minutes${layout.authority ? ` ${layout.authority}` : ''}.json`
        services.download(name, new Uint8Array(strToU8(text)), 'application/json')
        return { words: t`Downloaded. Another school can add this file.` }
      },
    }
  },
})

/** The order and headings as a file: nothing about any child is in it. */
export const PassOnLayout = ({ layout, onClose }: { layout: MinutesLayout; onClose: () => void }) => {
  const services = useServices()
  return <PassOnAndSay passing={passing(layout, services)} onClose={onClose} />
}
