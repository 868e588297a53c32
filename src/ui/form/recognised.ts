import type { Stored } from '../../domain/record.ts'
import type { AuthorityPack } from '../../domain/records/authorityPack.ts'
import type { FormFile } from '../../documents/form/formFile.ts'
import { mappingOf, placedIn, type Placed } from '../../documents/form/pack.ts'
import { withAdded } from '../../documents/form/rooms.ts'
import { rootOf } from '../../documents/form/where.ts'

/** A form with one of the school's packs laid over it. */
export type Laid = { readonly file: FormFile; readonly placed: Placed }

/** A pack's places in a form, those too that somebody pointed at; null where the pack can't be read. */
export const laidOver = (file: FormFile, pack: Pick<AuthorityPack, 'mapping'>): Laid | null => {
  const kept = mappingOf(pack)
  if (!kept) return null
  const form = withAdded(file.form, rootOf(file.form), kept)
  return { file: { ...file, form }, placed: placedIn(form, kept) }
}

/** So many of a form's places must be a pack's for the form to be that pack's, in this or another version. */
const enough = 0.6

/** Places of a form, a table counting as one. */
export const placesOf = ({ form }: Pick<FormFile, 'form'>): number => form.fields.length + form.tables.length

/** The pack that knows most of a form's places; null where none knows enough of them. */
export const recognised = (
  file: FormFile,
  packs: readonly Stored<AuthorityPack>[],
): Stored<AuthorityPack> | null => {
  let best: { pack: Stored<AuthorityPack>; share: number } | null = null
  for (const pack of packs) {
    const laid = laidOver(file, pack)
    if (!laid || placesOf(laid.file) === 0) continue
    const all = placesOf(laid.file)
    const share = (all - laid.placed.fresh.length) / (all + laid.placed.gone.length)
    if (share >= enough && share > (best?.share ?? 0)) best = { pack, share }
  }
  return best?.pack ?? null
}
