import { localPersonas } from '../../src/emulator/graph/local.ts'
import { installNaaBridge, type NaaWindow } from '../../src/emulator/teams/naaBridge.ts'
import { naaBroker } from '../../src/emulator/teams/naaBroker.ts'

/**
 * Stands where Microsoft's office.js would: says that this is Word, hands out tokens, and nothing else. It is no part
 * of what is measured.
 */
const person = localPersonas[0]!
installNaaBridge(window as unknown as NaaWindow, naaBroker({ persona: () => person }))
Object.assign(window, {
  Office: {
    HostType: { Word: 'Word', Excel: 'Excel' },
    PlatformType: {},
    onReady: () => Promise.resolve({ host: 'Word' }),
    context: {
      requirements: { isSetSupported: () => false },
      officeTheme: { bodyBackgroundColor: '#FFFFFF' },
    },
  },
})
