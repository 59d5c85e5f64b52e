import { drawPlace } from '../../components/shell/draw-page.tsx';
import { Picker } from '../../components/picker/Picker.tsx';
import { takePickerLine } from '../../components/state/picker-line.ts';
import { connectSearch } from '../../components/state/search-client.ts';
import { openKnowledgeBase } from '../../knowledge/knowledge-base.ts';
import { reportError } from '../../utils/errors/report-error.ts';

// In a frame that we did not open nothing is opened, nothing searched and nothing drawn.
takePickerLine()
  .then((line) =>
    line
      ? drawPlace(<Picker line={line} opening={openKnowledgeBase()} search={connectSearch()} />)
      : undefined,
  )
  .catch((error: unknown) => reportError('picker/start', error));
