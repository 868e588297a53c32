import { Text } from '@fluentui/react-components'
import { Page } from '../Page.tsx'

export const ImportScreen = () => (
  <Page title="Import">
    <Text>Reading</Text>
  </Page>
)
