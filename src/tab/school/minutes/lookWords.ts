import { t } from '../../../words/t.ts'
import type { Stored } from '../../../domain/record.ts'
import type { DocumentDesign } from '../../../domain/records/documentDesign.ts'
import { showDay } from '../../../domain/rules/day.ts'

/** `Your template “Letterhead.dotx”, chosen 22 Nov 2026 by Mrs Patel`. */
export const lookWords = ({ kind, named, file, chosen, chosenBy }: Stored<DocumentDesign>): string =>
  kind === 'plain'
    ? t`Goldthread’s own, since ${showDay(chosen)}`
    : t`${kind === 'template' ? t`Your template` : t`Your logo`} “${named ?? file ?? ''}”, chosen ${showDay(chosen)}${chosenBy ? t` by ${chosenBy}` : ''}`
