import type { Stored } from '../../../domain/record.ts'
import type { DocumentDesign } from '../../../domain/records/documentDesign.ts'
import { showDay } from '../../../domain/rules/day.ts'

/** `Your template “Letterhead.dotx”, chosen 22 Nov 2026 by Mrs Patel`. */
export const lookWords = ({ kind, named, file, chosen, chosenBy }: Stored<DocumentDesign>): string =>
  kind === 'plain'
    ? `Goldthread’s own, since ${showDay(chosen)}`
    : `${kind === 'template' ? 'Your template' : 'Your logo'} “${named ?? file}”, chosen ${showDay(chosen)}${chosenBy ? ` by ${chosenBy}` : ''}`
