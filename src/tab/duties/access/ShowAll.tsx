import { t } from '../../../words/t.ts'
import { Button } from '@fluentui/react-components'
import { showCount } from '../../../domain/counted.ts'

/** The rest of a list that begins with its first rows. */
export const ShowAll = ({ count, onClick }: { count: number; onClick: () => void }) => (
  <Button size="small" style={{ alignSelf: 'flex-start' }} onClick={onClick}>
    {t`Show all ${showCount(count)}`}
  </Button>
)
