import { createElement, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expose, host } from './expose.mjs';

const model = { current: '' };

function Composer() {
  const [value, setValue] = useState('');
  useEffect(() => {
    model.current = value;
  }, [value]);
  return createElement('textarea', {
    id: 'composer',
    value,
    onChange: (event) => setValue(event.target.value),
  });
}

flushSync(() => createRoot(host).render(createElement(Composer)));
expose({ composer: document.querySelector('#composer'), read: () => model.current });
