import { Spinner } from '@fluentui/react-components'

/** While the rows of a long list are held against the records. */
export const RowsLookedAt = () => (
  <Spinner
    size="tiny"
    label="Looking at what each row would do"
    delay={300}
    style={{ justifyContent: 'start' }}
  />
)
