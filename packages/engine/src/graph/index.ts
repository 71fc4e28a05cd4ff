export {
  type Drawn,
  GRAPH_FORMATS,
  type GraphFiles,
  type GraphFormat,
  type GraphOptions,
  graph,
  graphFiles,
} from './graph';
