import { t } from '../../words/t.ts'
import { Skeleton, SkeletonItem } from '@fluentui/react-components'

/** The shape of a list while it is read. */
export const Reading = () => (
  <Skeleton aria-label={t`Reading`} style={{ display: 'grid', gap: 12, padding: '8px 0' }}>
    {[20, 32, 32, 32].map((size, at) => (
      <SkeletonItem key={at} style={{ height: size }} />
    ))}
  </Skeleton>
)
