package dev.iacguard.core.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.iacguard.core.model.Stack;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopsTest {

  @Test
  void makesResourcesAndPropertiesForEachElement() {
    Stack stack =
        Templates.load(
            """
            Transform: AWS::LanguageExtensions
            Parameters:
              Regions: {Type: CommaDelimitedList, Default: "eu-1,us-2"}
            Mappings:
              All: {Stages: {Names: [a, b]}}
            Resources:
              Fn::ForEach::Areas:
                - Area
                - !Ref Regions
                - Fn::ForEach::Stages:
                    - Name
                    - !FindInMap [All, Stages, Names]
                    - Stage&{Area}${Name}:
                        Type: AWS::ApiGateway::Stage
                        Properties:
                          StageName: !Ref Name
                          Description: !Sub "${Name} in ${Area} of ${AWS::StackName}"
                          Fn::ForEach::More:
                            - Key
                            - [X, Y]
                            - Prop${Key}: ${Key}
            """);
    assertThat(stack.problems()).isEmpty();
    assertThat(stack.resources("AWS::ApiGateway::Stage").toString())
        .isEqualTo("[Stageeu1a, Stageeu1b, Stageus2a, Stageus2b]");
    var last = Templates.resource(stack, "Stageus2b");
    assertThat(Show.value(last.get("StageName"))).isEqualTo("'b'");
    assertThat(Show.value(last.get("Description"))).isEqualTo("'b in us-2 of ${AWS::StackName}'");
    assertThat(Show.value(last.get("PropY"))).isEqualTo("'Y'");
    assertThat(last.header().line()).isEqualTo(13);
  }

  @Test
  void saysThatStagesAreUnseenWhenTheCollectionIsUnknown() {
    Stack stack =
        Templates.load(
            """
            Transform: AWS::LanguageExtensions
            Parameters: {Names: {Type: CommaDelimitedList}}
            Resources:
              Fn::ForEach::S: [N, !Ref Names, {"S${N}": {Type: AWS::ApiGateway::Stage}}]
            """);
    assertThat(Templates.problems(stack))
        .containsExactly(
            "IG002 4:23 the collection of this loop is not known; its stages are"
                + " not analysed");
  }

  @Test
  void stopsAtTheLimit() {
    String hundred =
        IntStream.range(0, 100).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
    StringBuilder loops = new StringBuilder("{S: {Type: A::B::C}}");
    for (int level = 0; level < 5; level++) {
      loops
          .insert(0, "{Fn::ForEach::L" + level + ": [V" + level + ", [" + hundred + "], ")
          .append("]}");
    }
    Stack stack = Templates.load("AWSTemplateFormatVersion: x\nResources: " + loops + "\n");
    assertThat(Templates.problems(stack))
        .containsExactly("IG004 2:1677 loops make more than 200000 elements");
  }
}
