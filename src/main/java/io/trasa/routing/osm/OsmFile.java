package io.trasa.routing.osm;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import com.graphhopper.reader.osm.SkipOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;

/** Reads one sort of things at a time from an OpenStreetMap file. */
public record OsmFile(Path path) {

  public void nodes(Consumer<ReaderNode> consumer) {
    read(ReaderNode.class, new SkipOptions(false, true, true), consumer);
  }

  public void ways(Consumer<ReaderWay> consumer) {
    read(ReaderWay.class, new SkipOptions(true, false, true), consumer);
  }

  public void relations(Consumer<ReaderRelation> consumer) {
    read(ReaderRelation.class, new SkipOptions(true, true, false), consumer);
  }

  private <T> void read(Class<T> sort, SkipOptions skipped, Consumer<T> consumer) {
    try (var input = new OSMInputFile(path.toFile()).setWorkerThreads(1)) {
      input.setSkipOptions(skipped).open();
      ReaderElement element;
      while ((element = input.getNext()) != null) {
        if (sort.isInstance(element)) {
          consumer.accept(sort.cast(element));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
