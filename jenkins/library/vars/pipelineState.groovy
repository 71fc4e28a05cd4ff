import groovy.json.JsonOutput

/**
 * Tells the event bus that this run changed its state: STARTED, SUCCEEDED, FAILED, CANCELED. The words are those of
 * https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html. Who listens reads
 * detail.pipeline and detail.state (charts/messaging/eventbridge.ts). A run is not lost because its event was.
 */
void call(String state) {
  String detail = JsonOutput.toJson([
    pipeline: env.JOB_NAME,
    state: state,
    'execution-id': env.BUILD_NUMBER,
    url: env.BUILD_URL,
  ])
  catchError(buildResult: null, stageResult: 'UNSTABLE', message: 'The event bus was not told') {
    node('events') {
      container('aws') {
        String bus = sh(returnStdout: true, script: 'printenv EVENT_BUS').trim()
        List entries = [[
          EventBusName: bus,
          Source: 'jenkins.platform',
          DetailType: 'Jenkins Pipeline Execution State Change',
          Detail: detail,
        ]]
        writeFile(file: 'entries.json', text: JsonOutput.toJson(entries))
        sh '''
          set -eu
          failed=$(aws events put-events --entries file://entries.json --query FailedEntryCount --output text)
          test "$failed" = 0
        '''
      }
    }
  }
}

/** The state that the run has come to, in the words of the events. */
void finished() {
  Map states = [SUCCESS: 'SUCCEEDED', ABORTED: 'CANCELED']
  call(states.get(currentBuild.currentResult, 'FAILED'))
}
