import { drawPage } from '../../components/shell/draw-page.tsx';
import { Panel } from '../../components/shell/Panel.tsx';
import { connectSearch } from '../../components/state/search-client.ts';
import { openKnowledgeBase } from '../../knowledge/knowledge-base.ts';

// The databases and the search index take longer than the first drawing: they start before it.
const opening = openKnowledgeBase();
const search = connectSearch();

void drawPage(<Panel opening={opening} search={search} />);
