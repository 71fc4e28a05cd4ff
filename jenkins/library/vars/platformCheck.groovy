/**
 * Every branch of the platform: is it sound, is dist what the sources say, and what would it do to AWS? It runs code that nobody
 * has looked at, in a Pod that may do nothing, so it tells no state: the event bus would want an identity. The pipeline is the one
 * of main, whatever the branch says (charts/delivery/jenkins/jobs.ts).
 */
void call() {
  pipeline {
    agent none
    options {
      timeout(time: 45, unit: 'MINUTES')
      buildDiscarder(logRotator(numToKeepStr: '30', artifactNumToKeepStr: '30'))
      disableConcurrentBuilds(abortPrevious: true)
      skipDefaultCheckout()
    }
    stages {
      stage('Check') {
        agent { label 'check' }
        stages {
          stage('Install') {
            steps {
              checkout scm
              container('node') {
                sh 'npm ci --no-audit --no-fund'
              }
            }
          }
          stage('Synth') {
            steps {
              container('node') {
                sh 'npx platform synth --check'
              }
            }
          }
          stage('Validate') {
            steps {
              container('node') {
                sh 'npx platform validate'
              }
            }
          }
          stage('Plan') {
            when { not { branch 'main' } }
            steps {
              container('node') {
                // 3 is a change that destroys, replaces or is refused, and that nobody has acknowledged
                sh 'npx platform plan --base origin/main --format markdown > plan.md'
              }
            }
            post {
              always {
                archiveArtifacts(artifacts: 'plan.md', allowEmptyArchive: true)
              }
            }
          }
        }
      }
    }
  }
}
