import { t } from '../../words/t.ts'
import { Skeleton, SkeletonItem } from '@fluentui/react-components'

/** The shape of a record while it is read. */
export const Waiting = () => (
  <Skeleton aria-label={t`Reading`} style={{ display: 'grid', gap: 14, maxWidth: 640, padding: '12px 0' }}>
    <SkeletonItem size={28} style={{ width: '50%' }} />
    <SkeletonItem size={16} />
    <SkeletonItem size={16} />
    <SkeletonItem size={16} style={{ width: '70%' }} />
  </Skeleton>
)
