import { useState } from 'react';
import {
  AutoComplete,
  Button,
  Checkbox,
  DatePicker,
  Input,
  InputNumber,
  Modal,
  Radio,
  Select,
  Switch,
  Tabs,
} from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { modes, show, useModel, useSuggestions } from './react-page.jsx';

dayjs.extend(customParseFormat);
const options = modes.map((mode) => ({ value: mode, label: mode }));

show(
  {
    Text: ({ onText, isDisabled, label, ...rest }) => (
      <label>
        {label} <Input {...rest} disabled={isDisabled} onChange={(event) => onText(event.target.value)} />
      </label>
    ),
    Area: ({ onText, label, ...rest }) => (
      <label>
        {label} <Input.TextArea {...rest} onChange={(event) => onText(event.target.value)} />
      </label>
    ),
    Button,
    Window: ({ isOpen, children }) => (
      <Modal open={isOpen} footer={null} transitionName="" maskTransitionName="">
        {children}
      </Modal>
    ),
    Tabs: ({ children }) => (
      <Tabs
        items={[
          { key: 'a', label: 'Simple', children: '…' },
          { key: 'b', label: <span id="tab-open">Avancé</span>, children },
        ]}
      />
    ),
  },
  {
    number() {
      const [value, setValue] = useModel('number');
      return <InputNumber id="number" value={value} onChange={setValue} />;
    },
    date() {
      const [value, setValue] = useModel('date');
      return (
        <DatePicker
          id="date"
          format="DD/MM/YYYY"
          value={value ? dayjs(value) : null}
          onChange={(next) => setValue(next ? next.format('YYYY-MM-DD') : '')}
        />
      );
    },
    checkbox() {
      const [value, setValue] = useModel('checkbox');
      return (
        <Checkbox id="checkbox" checked={value} onChange={(event) => setValue(event.target.checked)}>
          TP AMO
        </Checkbox>
      );
    },
    radio() {
      const [value, setValue] = useModel('radio');
      return (
        <Radio.Group
          name="radio"
          value={value}
          options={options}
          onChange={(e) => setValue(e.target.value)}
        />
      );
    },
    switch() {
      const [value, setValue] = useModel('switch');
      return <Switch id="switch" checked={value} onChange={setValue} />;
    },
    combobox() {
      const [value, setValue] = useModel('combobox');
      return (
        <Select id="combobox" style={{ width: 220 }} value={value} options={options} onChange={setValue} />
      );
    },
    autocomplete() {
      const [value, setValue] = useModel('autocomplete');
      const [typed, setTyped] = useState(value);
      const [found, ask] = useSuggestions();
      return (
        <AutoComplete
          id="autocomplete"
          style={{ width: 220 }}
          value={typed}
          options={found.map((one) => ({ value: one }))}
          onSearch={ask}
          onChange={setTyped}
          onSelect={setValue}
          onBlur={() => setTyped(window.__model.autocomplete)}
        />
      );
    },
    chips() {
      const [value, setValue] = useModel('chips');
      return (
        <Select
          id="chips"
          mode="tags"
          open={false}
          style={{ width: 260 }}
          value={value ? value.split(', ') : []}
          onChange={(next) => setValue(next.join(', '))}
        />
      );
    },
  },
);
