import { packFile } from '../../documents/form/pack.ts'
import type { Stored } from '../../domain/record.ts'
import type { AuthorityPack } from '../../domain/records/authorityPack.ts'
import { t } from '../../words/t.ts'
import { PassOnFile } from '../disclosure/PassOnFile.tsx'

/** What goes where in a form, as a file: labels of the form and names of facts, and nothing about any child. */
export const PassOnPack = ({ pack, onClose }: { pack: Stored<AuthorityPack>; onClose: () => void }) => (
  <PassOnFile
    title={t`Save the pack for other schools`}
    what={t`Authority pack`}
    name={t`${pack.authority} pack.json`}
    text={() => packFile(pack)}
    onClose={onClose}
  />
)
