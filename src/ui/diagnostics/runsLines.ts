import { t } from '../../words/t.ts'
import { recordTypesVersion } from '../../domain/record.ts'
import type { HostFacts } from '../../host/facts.ts'
import { appVersion } from '../../version.ts'
import type { Checked } from './gather.ts'
import type { Addresses, Line } from './line.ts'

/** The lowest version with which everything works, and the one that the manifest asks for. */
const floors = {
  WordApi: {
    floor: 3,
    whole: 5,
    lacks: 'minutes go in without their footer, and some fields are not coloured',
  },
  ExcelApi: { floor: 9, whole: 13, lacks: 'sheets can’t be put in whole: download the workbook instead' },
} as const

const minor = (version: string | null): number => Number(version?.split('.')[1] ?? 0)

const setLine = ({ name, highest, asked }: HostFacts['sets'][number]): Line => {
  const line = {
    id: `set:${name}`,
    what: t`Requirement set ${name}`,
    result: highest
      ? t`1.1 to ${highest}${highest === asked ? t` (the newest asked for)` : ''}`
      : t`Not there`,
  }
  if (name !== 'WordApi' && name !== 'ExcelApi') return { ...line, mark: 'told' }
  const { floor, whole, lacks } = floors[name]
  if (minor(highest) < floor) {
    const todo = t`The add-in needs ${name} 1.${floor}. Update Office on this computer, or use it on the web.`
    return { ...line, mark: 'wrong', todo }
  }
  if (minor(highest) < whole)
    return {
      ...line,
      mark: 'look',
      todo: t`Below ${name} 1.${whole} ${lacks}. An update of Office mends it.`,
    }
  return { ...line, mark: 'good' }
}

const programLine = ({ program, platform, version }: HostFacts): Line => {
  const rest = [platform, version].filter(Boolean).join(', ')
  const name = program === 'browser' ? t`A browser, with no Teams or Office around it` : program
  return { id: 'program', what: t`Program`, result: rest ? `${name} (${rest})` : name, mark: 'told' }
}

const aroundLine = ({ page }: Checked, address: Addresses): Line => {
  const line = { id: 'around', what: t`Pages around this one` }
  if (!page.framed) return { ...line, result: t`None: it stands by itself`, mark: 'told' }
  if (page.around === null)
    return { ...line, result: t`There are, but this browser doesn’t say which`, mark: 'open' }
  // A tenant's own name may stand in it.
  const hosts = page.around.map((host) => (/\.sharepoint\.com$/i.test(host) ? address(host) : host))
  return {
    ...line,
    result: t`${hosts.join(', then ')}. The header frame-ancestors lets them in, as this page is shown`,
    mark: 'good',
  }
}

const storageLine = ({ page }: Checked): Line => ({
  id: 'storage',
  what: t`Browser storage`,
  result: {
    plain: t`As for any page`,
    apart: t`Kept apart for each site around the page`,
    blocked: t`Blocked`,
  }[page.storage],
  mark: page.storage === 'blocked' ? 'look' : 'told',
  ...(page.storage === 'blocked'
    ? {
        todo: t`The app keeps nothing there. Signing in through a window may need it: allow it if that fails.`,
      }
    : {}),
})

const clipboardLine = ({ page }: Checked): Line => ({
  id: 'clipboard',
  what: t`Copying to the clipboard`,
  result: page.clipboard ? t`Offered by the browser` : t`Not offered here`,
  mark: page.clipboard ? 'good' : 'look',
  ...(page.clipboard ? {} : { todo: t`Select the text by hand where a “Copy” button does nothing.` }),
})

/** Where the page runs, and what the program and the browser can do. */
export const runsLines = (checked: Checked, address: Addresses): Line[] => {
  const { host, page } = checked
  const [width, height, ratio] = page.size
  return [
    {
      id: 'app',
      what: t`This app`,
      result: t`Version ${appVersion}, record types ${recordTypesVersion}`,
      mark: 'told',
    },
    programLine(host),
    ...(host.sets.length > 0
      ? host.sets.map(setLine)
      : ([
          {
            id: 'sets',
            what: 'Requirement sets of Word and Excel',
            result: 'Asked in Word and Excel: choose “Checks for IT” at the foot of the task pane there',
            mark: 'told',
          },
        ] as const)),
    aroundLine(checked, address),
    { id: 'browser', what: t`Browser`, result: page.browser, mark: 'told' },
    {
      id: 'size',
      what: t`Page`,
      result: t`${width} × ${height} px at ${ratio}, ${page.language}, ${page.timeZone}`,
      mark: 'told',
    },
    storageLine(checked),
    clipboardLine(checked),
  ]
}
