import { inWords, t } from '../../../words/t.ts'
import { Link, Text } from '@fluentui/react-components'
import { needTypes } from '../../../domain/rules/codes.ts'
import { useServices } from '../../../ui/services.tsx'
import { useGo } from '../../routes.ts'
import { usePlanStyles } from './styles.ts'
import type { PlanRecords } from './usePlanRecords.ts'

/** The needs that a plan answers, as they are recorded. */
export const Needs = ({ plan: { pupil, needs } }: { plan: PlanRecords }) => {
  const styles = usePlanStyles()
  const today = useServices().today()
  const { href } = useGo()
  const open = needs
    .filter(({ until }) => !until || until >= today)
    .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))
  return (
    <div>
      <Text block className={styles.label}>{t`Needs`}</Text>
      <Text>
        {open.length > 0 && `${open.map(({ type }) => inWords(needTypes[type])).join(', ')}. `}
        <Link inline href={href({ at: 'pupil', key: pupil.key, section: 'needs' })}>
          {open.length > 0 ? t`Look at the needs` : t`Add a need`}
        </Link>
      </Text>
    </div>
  )
}
