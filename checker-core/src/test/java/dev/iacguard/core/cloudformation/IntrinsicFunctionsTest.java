package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the value of a property is, for each function in its short and its long form. */
class IntrinsicFunctionsTest {
  private static final String TEMPLATE =
      """
      AWSTemplateFormatVersion: "2010-09-09"
      Parameters:
        Env: {Type: String, Default: dev}
        Days: {Type: Number, Default: 30}
        Names: {Type: CommaDelimitedList, Default: "a, b"}
        Free: {Type: String}
        Tier: {Type: String, AllowedValues: [gold, tin]}
        Secret: {Type: "AWS::SSM::Parameter::Value<String>", Default: /a/b}
      Mappings:
        Keep:
          dev: {days: 7, fmt: [x, y]}
          gold: {days: 90}
          tin: {days: 1}
      Conditions:
        IsDev: !Equals [!Ref Env, dev]
        IsProd: !Equals [!Ref Env, prod]
        IsFree: !Equals [!Ref Free, "yes"]
        IsGold: !Equals [!Ref Tier, gold]
        KeepsLong: !Equals [!FindInMap [Keep, !Ref Tier, days], 90]
        On: !Equals [!Ref Free, on]
        Never: !And [!Condition IsProd, !Condition IsFree]
        Either: !Or [!Condition IsFree, !Not [!Condition IsGold]]
      Resources:
        Logs: {Type: "AWS::Logs::LogGroup"}
        Thing:
          Type: Some::Thing::Type
          Properties:
            P: \
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          !Ref Env                                             | 'dev'
          {Ref: Days}                                          | 30
          !Ref Names                                           | ['a', 'b']
          !Ref Free                                            | <Free INPUT>
          !Ref Secret                                          | <Secret DATA>
          !Ref Tier                                            | (Tier is "gold" ? 'gold' : 'tin')
          !Ref AWS::NoValue                                    | null
          !Ref AWS::Region                                     | <AWS::Region DEPLOYMENT>
          !Ref Logs                                            | <Logs COMPUTED>
          !Ref Nothing                                         | <Nothing INVALID>
          !GetAtt Logs.Arn                                     | <Logs.Arn COMPUTED>
          !GetAtt [Logs, Arn]                                  | <Logs.Arn COMPUTED>
          {"Fn::GetAtt": [Logs, Arn]}                          | <Logs.Arn COMPUTED>
          {"Fn::GetAtt": Nope.Arn}                             | <Nope.Arn INVALID>
          !Sub "a-${Env}-${!Env}-${Logs.Arn}-$context.status"  | 'a-dev-${Env}-${Logs.Arn}-$context.status'
          !Sub ["${A}${Env}", {A: !Ref Free}]                  | '${Free}dev'
          {"Fn::Sub": "arn:${AWS::Partition}:x"}               | 'arn:${AWS::Partition}:x'
          !Sub "${context.requestId}"                          | <context.requestId INVALID>
          !Join ["-", [a, !Ref Env, !Ref Free]]                | 'a-dev-${Free}'
          !Join [",", !Ref Names]                              | 'a,b'
          !Join ["", [!If [IsFree, a, !Ref AWS::NoValue], b]]  | '${(IsFree is true ? 'a' : null)}b'
          !If [IsDev, 1, 2]                                    | 1
          !If [IsProd, 1, 2]                                   | 2
          !If [Never, 1, 2]                                    | 2
          !If [On, 1, 2]                                       | (On is true ? 1 : 2)
          !If [IsFree, 1, !Ref AWS::NoValue]                   | (IsFree is true ? 1 : null)
          !If [KeepsLong, 1, 2]                                | (KeepsLong is true ? 1 : 2)
          !If [Either, 1, 2]                                   | (Either is true ? 1 : 2)
          [a, !Ref AWS::NoValue, b]                            | ['a', 'b']
          {A: !Ref AWS::NoValue, B: 1}                         | {A: null, B: 1}
          !Select [1, [a, b]]                                  | 'b'
          !Select ["1", !Ref Names]                            | 'b'
          !Select [7, [a, b]]                                  | <Fn::Select INVALID>
          !Select [1, !Split ["/", "a/b/c"]]                   | 'b'
          !Split ["/", !Sub "a/${Free}"]                       | ['a', <Free INPUT>, …]
          !FindInMap [Keep, !Ref Env, days]                    | 7
          !FindInMap [Keep, !Ref Tier, days]                   | (Tier is "gold" ? 90 : 1)
          !FindInMap [Keep, nope, days, {DefaultValue: 3}]     | 3
          !FindInMap [Keep, nope, days]                        | <Keep.nope.days INVALID>
          !FindInMap [Keep, !Ref Free, days]                   | (Free is "dev" ? 7 : (Free is "gold" ? 90 : 1))
          !FindInMap [Keep, !If [IsFree, gold, nope], days]    | 90
          !FindInMap [Keep, !If [IsFree, none, nope], days]    | (IsFree is true ? <Keep.none.days INVALID> : <Keep.nope.days INVALID>)
          !Split [":*", !GetAtt Logs.Arn]                      | ['arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Logs}', '']
          !Select [6, !Split [":", !GetAtt Logs.Arn]]          | <Logs COMPUTED>
          !GetAtt Logs.ARN                                     | <Logs.ARN INVALID>
          !Equals [!GetAtt Logs.Arn, ""]                       | false
          !Equals ["", !Ref Logs]                              | false
          !Equals [!Ref AWS::Region, ""]                       | false
          !Equals [!Ref Free, ""]                              | (Free is "" ? true : false)
          !Equals [!Sub "a-${Free}", "b-c"]                    | false
          !Equals [!Sub "${Free}-a", "b-c"]                    | false
          !Equals [!Sub "a${Free}a", "a"]                      | false
          !Cidr [192.168.0.0/24, 6, 5]                         | ['192.168.0.0/27', '192.168.0.32/27', '192.168.0.64/27', '192.168.0.96/27', '192.168.0.128/27', '192.168.0.160/27']
          {"Fn::Cidr": ["10.0.0.0/16", "3", "8"]}              | ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24']
          !Cidr [10.0.0.0/8, 1, 24]                            | ['10.0.0.0/8']
          !Select [255, !Cidr [10.0.0.0/8, 256, 16]]           | '10.255.0.0/16'
          !Cidr ["2600:1f16:0:ff00::/56", 3, 64]               | ['2600:1f16:0:ff00::/64', '2600:1f16:0:ff01::/64', '2600:1f16:0:ff02::/64']
          !Select [1, !Cidr ["2001:db8::/32", 2, 64]]          | '2001:db8:0:1::/64'
          !Cidr [!Sub "10.${Days}.0.0/16", 2, !If [IsDev, 8, 4]] | ['10.30.0.0/24', '10.30.1.0/24']
          !Cidr [10.0.0.0/24, !If [IsFree, 1, 2], 4]           | (IsFree is true ? ['10.0.0.0/28'] : ['10.0.0.0/28', '10.0.0.16/28'])
          !Cidr [!Ref Free, 2, 8]                              | <Fn::Cidr NOT_EVALUATED>
          !Cidr [10.0.0.0/24, 2]                               | <Fn::Cidr NOT_EVALUATED>
          !Cidr [10.0.0.7/24, 2, 4]                            | <Fn::Cidr NOT_EVALUATED>
          !Cidr [!Ref Env, 2, 4]                               | <Fn::Cidr INVALID>
          !Base64 abc                                          | 'YWJj'
          !Length [a, b]                                       | 2
          !ToJsonString {a: $context.requestId, b: 1, c: [~]}  | '{"a":"$context.requestId","b":1,"c":[null]}'
          !ToJsonString {a: !Ref Free}                         | '{"a":"${Free}"}'
          !GetAZs ""                                           | <the list of availability zones DEPLOYMENT>
          !ImportValue shared-arn                              | <!ImportValue shared-arn OTHER_STACK>
          !Sub "x{{resolve:ssm:/a}}y"                          | 'x${{{resolve:ssm:/a}}}y'
          "{{resolve:ssm:/a}}"                                 | <{{resolve:ssm:/a}} DATA>
          !Transform {Name: M}                                 | <Fn::Transform NOT_EVALUATED>
          !Whatever x                                          | <Fn::Whatever NOT_EVALUATED>
          0400                                                 | 256
          012345678901                                         | '012345678901'
          1:30                                                 | 90
          yes                                                  | true
          Off                                                  | false
          oN                                                   | 'oN'
          2012-10-17                                           | '2012-10-17'
          "365"                                                | '365'
          1.50                                                 | 1.5
          0x1F                                                 | 31
          !!str 012                                            | '012'
          """)
  void isWorth(String written, String expected) {
    Value value = Templates.resource(Templates.load(TEMPLATE + written), "Thing").get("P");
    assertThat(Show.value(value)).isEqualTo(expected);
  }
}
