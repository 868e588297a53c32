import '../../page.css'
import { createRoot } from 'react-dom/client'
import { localPersonas } from '../graph/local.ts'
import { TeamsPage } from '../teams/TeamsPage.tsx'

createRoot(document.getElementById('root')!).render(<TeamsPage people={localPersonas} />)
