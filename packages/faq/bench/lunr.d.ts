/** The part of lunr that is measured; the package has no types of its own. */
declare module "lunr" {
  namespace lunr {
    class Token {
      constructor(text: string, metadata: object);
      toString(): string;
    }
    interface Pipeline {
      reset(): void;
    }
    interface Builder {
      pipeline: Pipeline;
      searchPipeline: Pipeline;
      tokenizer: (text: unknown) => Token[];
      field(name: string): void;
      add(document: object): void;
    }
    interface QueryBuilder {
      term(text: string, options: { readonly usePipeline: boolean }): void;
    }
    interface Index {
      query(build: (builder: QueryBuilder) => void): { readonly ref: string }[];
    }
    function tokenizer(text: string): Token[];
  }
  function lunr(configure: (this: lunr.Builder) => void): lunr.Index;
  export = lunr;
}
