import { Link } from '@fluentui/react-components'
import { isAddress } from '../../domain/rules/serviceWords.ts'

/** An address that somebody wrote down, as a link; nothing where it is none. */
export const OpenAddress = ({ address }: { address: string | null }) =>
  address && isAddress(address) ? (
    <div>
      <Link href={address} target="_blank" rel="noreferrer">
        {address}
      </Link>
    </div>
  ) : null
