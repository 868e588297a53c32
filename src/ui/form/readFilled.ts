import { Problem } from '../../domain/problem.ts'
import type { Stored } from '../../domain/record.ts'
import type { AuthorityPack } from '../../domain/records/authorityPack.ts'
import type { Day } from '../../domain/rules/day.ts'
import { filledFile, type FormFile, readForm } from '../../documents/form/formFile.ts'
import type { Placed, Placing } from '../../documents/form/pack.ts'
import { noPlaceFor, unmapped } from '../../documents/form/unused.ts'
import type { ReviewFile } from '../../documents/reviewFile.ts'
import type { Services } from '../services.tsx'
import { laidOver } from './recognised.ts'

/** An authority's form that can be filled: the file from the library, with the pack's places found in it. */
export type ReadyForm = {
  readonly pack: Stored<AuthorityPack>
  readonly form: FormFile
  readonly placed: Placed
}

/** Problem `refused` where the pack's places can't be read or its form isn't in the library. */
export const readyForm = async (services: Services, pack: Stored<AuthorityPack>): Promise<ReadyForm> => {
  const bytes = pack.file ? await services.files.read('senco', `Forms/${pack.file}`) : null
  const laid = bytes && laidOver(readForm(bytes), pack)
  if (!laid)
    throw new Problem(
      { code: 'refused', why: 'Open this form under School, Authorities’ forms, and keep it once more.' },
      'The pack has no form or no readable places',
    )
  return { pack, form: laid.file, placed: laid.placed }
}

/** The form filled for a review, and all that a person should know before it goes. */
export const fillFor = (
  { form, placed }: { readonly form: FormFile; readonly placed: Placing },
  file: ReviewFile,
  today: Day,
) => {
  const filled = filledFile(form, placed.mapping, file, today, placed.limits)
  return {
    ...filled,
    byHand: unmapped(form.form, placed.mapping),
    nowhere: noPlaceFor(placed.mapping, file, today),
  }
}
export type FilledFor = ReturnType<typeof fillFor>
