import { t } from '../../../words/t.ts'
import { Link } from '@fluentui/react-components'
import { useGo } from '../../routes.ts'

/** From a pupil's place to who opened and passed on that record. */
export const OpenedBy = ({ pupil }: { pupil: string }) => {
  const { href } = useGo()
  return <Link href={href({ at: 'records', section: 'log', key: pupil })}>{t`Who opened it`}</Link>
}
