import { Page } from '../Page.tsx'

export const CensusScreen = () => <Page title="Census check">{null}</Page>
