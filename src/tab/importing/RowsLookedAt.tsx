import { t } from '../../words/t.ts'
import { Spinner } from '@fluentui/react-components'

/** While the rows of a long list are held against the records. */
export const RowsLookedAt = () => (
  <Spinner
    size="tiny"
    label={t`Looking at what each row would do`}
    delay={300}
    style={{ justifyContent: 'start' }}
  />
)
