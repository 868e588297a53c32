import '../../page.css'
import init, { Model } from '@ironcalc/wasm'
import wasm from '@ironcalc/wasm/wasm_bg.wasm?url'
import { createRoot } from 'react-dom/client'
import { localPersonas } from '../graph/local.ts'
import { ExcelPage } from '../office/excel/view/ExcelPage.tsx'
import { excelDesk } from '../office/excel/view/excelDesk.ts'
import { offerHost } from '../office/hostPage.ts'
import { installNaaBridge, type NaaWindow } from '../teams/naaBridge.ts'
import { naaBroker, tokenFromServer } from '../teams/naaBroker.ts'

await init({ module_or_path: wasm })
const desk = excelDesk(localPersonas, () => new Model('Book', 'en-GB', 'Europe/London', 'en'))
const broker = naaBroker({ persona: desk.person, tokenFor: tokenFromServer })
offerHost(window, () => desk.session().host, [
  (pane) => installNaaBridge(pane as unknown as NaaWindow, broker),
])
createRoot(document.getElementById('root')!).render(<ExcelPage desk={desk} />)
