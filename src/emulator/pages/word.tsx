import '../../page.css'
import { createRoot } from 'react-dom/client'
import { localPersonas } from '../graph/local.ts'
import { offerHost } from '../office/hostPage.ts'
import { WordPage } from '../office/word/view/WordPage.tsx'
import { wordDesk } from '../office/word/view/wordDesk.ts'
import { installNaaBridge, type NaaWindow } from '../teams/naaBridge.ts'
import { naaBroker, tokenFromServer } from '../teams/naaBroker.ts'

const desk = wordDesk(localPersonas)
const broker = naaBroker({ persona: desk.person, tokenFor: tokenFromServer })
offerHost(window, () => desk.session().host, [
  (pane) => installNaaBridge(pane as unknown as NaaWindow, broker),
])
createRoot(document.getElementById('root')!).render(<WordPage desk={desk} />)
