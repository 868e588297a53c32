import english from '../../words/en.json'
import { languageOf } from '../../words/languageFile.ts'
import { pseudoLanguage } from '../../words/pseudo.ts'
import { speak } from '../../words/spoken.ts'

// Before the tab's own files are loaded: words that never change are said once, then.
speak(languageOf(pseudoLanguage(Object.keys(english.words), english.counts)))
void import('./tab.tsx')
