import '../../page.css'
import { createRoot } from 'react-dom/client'
import { localPersonas } from '../graph/local.ts'
import { TeamsPage } from '../teams/TeamsPage.tsx'

/** Another page of this machine may be shown in the frame, for tests of the host itself. */
const wanted = new URLSearchParams(location.search).get('page')
const src = wanted?.startsWith('/') && !wanted.startsWith('//') ? wanted : '/tab/'

createRoot(document.getElementById('root')!).render(<TeamsPage people={localPersonas} src={src} />)
