import '../../page.css'
import { createRoot } from 'react-dom/client'
import { localPersonas } from '../graph/local.ts'
import { WordPage } from '../office/word/view/WordPage.tsx'

createRoot(document.getElementById('root')!).render(<WordPage people={localPersonas} />)
