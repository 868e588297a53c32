import { Page } from '../Page.tsx'

export const TodayScreen = ({ query: _ }: { query: URLSearchParams }) => <Page title="Today">{null}</Page>
